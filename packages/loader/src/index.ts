// SPDX-License-Identifier: MIT
// The script tag: `<script type="module" src="…/loader.js"></script>`. `data-src` names another library file than the
// `vitrine.js` beside it; `data-integrity` checks files against the `manifest.json` beside it, or the one it names.
import { startLoader } from './loader.js';

const own = import.meta.url;
// `document.currentScript` is null in modules.
const { src, integrity } = [...document.scripts].find((script) => script.src === own)?.dataset ?? {};

window.vitrine ??= [];
startLoader({
  url: new URL(src ?? 'vitrine.js', own).href,
  manifest: integrity === undefined ? undefined : new URL(integrity || 'manifest.json', own).href,
});
