// SPDX-License-Identifier: MIT
// The channel as a program: node --import tsx src/main.ts [--port 4175] [--host 127.0.0.1] [--dvr 600] [--faults]
import { parseArgs } from 'node:util';
import { createChannel } from './channel.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    dvr: { type: 'string' },
    faults: { type: 'boolean', default: false },
  },
});

const wholeNumber = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} must be a whole number, not "${text}".`);
  return value;
};

const channel = await createChannel({
  port: wholeNumber('The port', values.port ?? process.env['VITRINE_CHANNEL_PORT'] ?? '4175'),
  faultsEndpoint: values.faults,
  ...(values.host === undefined ? {} : { host: values.host }),
  ...(values.dvr === undefined ? {} : { dvrSeconds: wholeNumber('The window', values.dvr) }),
});
console.log(`Channel on ${channel.url}/live/landscape/master.m3u8`);

const stop = (): void => {
  void channel.close();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
