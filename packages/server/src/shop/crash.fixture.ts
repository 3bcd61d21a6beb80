// SPDX-License-Identifier: MIT
// A server that dies of SIGKILL at the worst moment: the order is committed, the buyer has not heard.
import { createServer } from '../server.js';

const [dataDir = '', tokenSecret = ''] = process.argv.slice(2);
const server = await createServer({
  dataDir,
  tokenSecret,
  onOrderCommitted() {
    process.kill(process.pid, 'SIGKILL');
  },
});
console.log(JSON.stringify({ url: server.url, buyer: await server.issueToken({ room: 'demo', subject: 'buyer' }) }));
