// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { StickerWords } from './stickers.strings.js';

const chinese: Strings<StickerWords> = {
  stickers: '贴纸',
  loading: '正在加载贴纸…',
  none: '这里暂时没有贴纸。',
  failed: '贴纸暂时无法加载。',
};

export default chinese;
