// SPDX-License-Identifier: MIT
import type { GoodsWords } from './words.js';

/** The goods in Chinese. */
export const chineseGoods: GoodsWords = {
  values: {
    50: '50 克',
    100: '100 克',
    250: '250 克',
    500: '500 克',
    110: '110 毫升',
    150: '150 毫升',
    celadon: '青瓷色',
    indigo: '靛蓝',
    rosewood: '檀红',
    ink: '墨色',
  },
  products: {
    chenpi: {
      title: '新会柑普茶',
      subtitle: '一盒 12 粒',
      description: '熟普装进生晒柑皮，一粒泡一壶。',
      pictures: ['装满茶叶的小柑'],
    },
    gaiwan: {
      title: '潮州盖碗',
      subtitle: '手工拉坯上釉',
      description: '口沿轻薄不烫手，出水利落不滴漏。',
      pictures: ['一只瓷盖碗', '青瓷色', '靛蓝'],
      options: { glaze: '釉色', size: '容量' },
    },
    dancong: {
      title: '凤凰单丛 蜜兰香',
      subtitle: '乌龙茶，2026 春茶',
      description: '4 月 4 日采摘，龙眼木炭焙两道。蜜香、兰香，回甘绵长，可泡八道。',
      pictures: ['一罐凤凰单丛，绿色茶罐'],
      details: [
        ['产地', '广东潮州'],
        ['采摘', '2026 年 4 月 4 日'],
        ['冲泡', '95 °C，20 秒，可泡八道'],
      ],
      options: { weight: '净含量' },
    },
    yingde: {
      title: '英红九号红茶',
      subtitle: '罐装，75 克',
      description: '麦芽与可可的香气，汤色红亮。',
      pictures: ['一罐英红九号，红色茶罐'],
    },
    cups: {
      title: '品茗杯，三只装',
      subtitle: '每只 45 毫升，配茶盘',
      pictures: ['木盘上的三只小杯'],
    },
    honey: {
      title: '荔枝蜜',
      subtitle: '瓶装，250 克',
      pictures: ['一瓶蜂蜜'],
    },
    cake: {
      title: '2019 年白茶饼',
      subtitle: '茶饼，350 克',
      description: '陈放七年：枣香、干草香、温润的木香。',
      pictures: ['包着棉纸的白茶饼'],
    },
    gift: {
      title: '品鉴礼盒',
      subtitle: '六款茶，两只杯',
      pictures: ['装有茶罐和茶杯的礼盒'],
    },
    teapot: {
      title: '朱泥小茶壶',
      subtitle: '120 毫升，潮州手拉',
      pictures: ['一把朱泥小茶壶'],
    },
    jacket: {
      title: '亚麻茶服',
      subtitle: '水洗亚麻，木扣',
      pictures: ['青瓷色', '檀红', '墨色'],
      options: { colour: '颜色', size: '尺码' },
    },
    voucher: {
      title: '珊瑚湾三晚住宿券',
      subtitle: '双人海景房，含早餐',
      description: '2027 年 6 月 30 日前有效，日期可以之后再选。未使用可全额退款。',
      pictures: ['一张酒店住宿券'],
      details: [
        ['房型', '可住 2 位成人、1 名儿童'],
        ['退款', '未使用可全额退'],
      ],
    },
    stay: {
      title: '凤凰山茶园小住',
      subtitle: '2027 年 4 月 10 日至 12 日，2 人',
      description: '采茶季里的两晚，清晨走进茶园，再学一次焙茶。',
      pictures: ['茶园里的民宿', '客房'],
      details: [
        ['日期', '2027 年 4 月 10 日至 12 日'],
        ['取消', '2027 年 4 月 3 日 18:00（上海时间）前免费取消'],
      ],
    },
  },
};
