// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';

export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  readonly startsAt: EpochMs;
  readonly url: string;
}

const hour = 3_600_000;

/** One show as an iCalendar file (RFC 5545), which every calendar reads. */
export function calendarFile({ id, title, startsAt, url }: CalendarEntry, now: EpochMs): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vitrine//Live room//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}-${startsAt}@${new URL(url).hostname || 'localhost'}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(startsAt + hour)}`,
    `SUMMARY:${escaped(title)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.flatMap(folded).join('\r\n') + '\r\n';
}

/** Hands a text to the browser as a download; nothing leaves the page. */
export function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some engines fetch it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function stamp(at: EpochMs): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  const onLines = text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, '\\n');
  // The other controls may not stand in it at all.
  return onLines.replaceAll(/\p{Cc}/gu, '');
}

// A line is at most 75 bytes and goes on after a line break and a space; a character is never cut in two.
function folded(line: string): string[] {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > 75) {
      lines.push(current);
      current = ' ';
      size = 1;
    }
    current += character;
    size += bytes;
  }
  return [...lines, current];
}
