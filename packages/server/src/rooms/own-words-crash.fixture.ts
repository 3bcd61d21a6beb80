// SPDX-License-Identifier: MIT
// A server that dies of SIGKILL at the worst moment: what somebody wrote is out of the database, and no viewer has heard.
import { systemClock } from '../clock.js';
import { createServer } from '../server.js';

const [dataDir = '', tokenSecret = ''] = process.argv.slice(2);
let isDoomed = false;
process.stdin.once('data', () => {
  isDoomed = true;
  console.log('doomed');
});
const server = await createServer({
  dataDir,
  tokenSecret,
  clock: {
    now: systemClock.now,
    // The next tick of the room is what would tell everybody.
    after: (span, run) =>
      systemClock.after(span, () => {
        if (isDoomed) process.kill(process.pid, 'SIGKILL');
        run();
      }),
  },
});
console.log(JSON.stringify({ url: server.url, socketUrl: server.socketUrl }));
