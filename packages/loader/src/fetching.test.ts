// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { loadModule } from './fetching.js';

function file(text: string, type: string): string {
  return URL.createObjectURL(new Blob([text], { type }));
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text));
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

function manifest(files: object): string {
  return file(JSON.stringify({ version: '1', files }), 'application/json');
}

describe('loading a module', () => {
  it('loads without a manifest', async () => {
    expect(await loadModule(file('export const answer = 42', 'text/javascript'), undefined)).to.have.property(
      'answer',
      42,
    );
  });

  it('loads files that are what the manifest says, with what they import', async () => {
    const inner = 'export const answer = 43';
    const innerUrl = file(inner, 'text/javascript');
    const outer = `export { answer } from '${innerUrl}'`;
    const url = file(outer, 'text/javascript');
    const files = {
      [url]: { integrity: await hash(outer), imports: [innerUrl] },
      [innerUrl]: { integrity: await hash(inner), imports: [] },
    };
    expect(await loadModule(url, manifest(files))).to.have.property('answer', 43);
    expect(
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].map(({ href }) => href),
    ).to.include.members([url, innerUrl]);
  });

  it('does not run a file that is not what the manifest says', async () => {
    const url = file('window.tampered = true', 'text/javascript');
    const files = { [url]: { integrity: await hash('something else'), imports: [] } };
    const error = await loadModule(url, manifest(files)).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error).to.be.an('error');
    expect('tampered' in window).to.equal(false);
  });

  it('does not run a file that the manifest does not know', async () => {
    const url = file('window.unknown = true', 'text/javascript');
    const error = await loadModule(url, manifest({})).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).to.contain('does not know');
    expect('unknown' in window).to.equal(false);
  });
});
