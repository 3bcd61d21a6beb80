// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import { calendarFile, download } from './calendar-file.js';
import '../../reminder/index.js';
import '../../trailer/index.js';

/** Hands the viewer a show as a file for their calendar. */
export function addToCalendar(roomId: string, title: string, startsAt: EpochMs): void {
  const file = calendarFile({ id: roomId, title, startsAt, url: location.href }, Date.now());
  download(file, 'show.ics', 'text/calendar');
}
