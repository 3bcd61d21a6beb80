// SPDX-License-Identifier: MIT
export { feed, testRoom, type Feed } from '@vitrine/core/testing';
