// SPDX-License-Identifier: MIT

/** What of `manifest.json` is read: the files of this version and what each imports at once. */
interface Manifest {
  readonly files: Readonly<Record<string, { readonly integrity: string; readonly imports: readonly string[] }>>;
}

async function preload(href: string, integrity: string): Promise<void> {
  // WebKit ignores the integrity of a modulepreload, so the file is first fetched against its hash; the link then finds
  // it in the cache, and binds the module to the hash in engines that heed it.
  await fetch(href, { integrity });
  await new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = href;
    link.integrity = integrity;
    link.crossOrigin = 'anonymous';
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${href} is missing or is not what the manifest says.`));
    document.head.append(link);
  });
}

/** Fetches a file and what it imports at once, each against its hash. @param manifest the URL of `manifest.json` */
async function preloadAll(url: string, manifest: string): Promise<void> {
  const { files } = (await (await fetch(manifest)).json()) as Manifest;
  const [first = ''] = Object.keys(files).filter((name) => new URL(name, manifest).href === url);
  if (!first) throw new Error(`The manifest does not know ${url}.`);
  const wanted = new Set([first]);
  for (const name of wanted) for (const next of files[name]?.imports ?? []) wanted.add(next);
  await Promise.all([...wanted].map((name) => preload(new URL(name, manifest).href, files[name]?.integrity ?? '')));
}

/** Loads a module, checked against the manifest where one is given. */
export async function loadModule(url: string, manifest: string | undefined): Promise<unknown> {
  if (manifest) await preloadAll(url, manifest);
  return import(/* @vite-ignore */ url);
}
