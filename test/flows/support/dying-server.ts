// SPDX-License-Identifier: MIT
// A back end that dies by SIGKILL right after it has committed its first order, before the buyer is answered.
// Arguments: port, data folder, public URL, channel URL, "die" or "live".
import { createServer } from '@vitrine/server';

const [port = '0', dataDir = '', publicUrl = '', channelUrl = '', fate = 'live'] = process.argv.slice(2);
const server = await createServer({
  port: Number(port),
  dataDir,
  publicUrl,
  channelUrl,
  ...(fate === 'die' ? { onOrderCommitted: () => process.kill(process.pid, 'SIGKILL') && undefined } : {}),
});
const { code } = await server.hostLink('demo');
process.stdout.write(`ready ${code}\n`);
