import { read } from './index';

/** A made-up town for tests: two villages on two banks, a degree of longitude apart, one bridge between, and four points. */
export const town = read(
  {
    data: 'made-up',
    city: '测试市',
    illustrative: true,
    paces: { walk: [75, 1.3], car: [583.333, 1.4] },
    crossings: [[106.5, 38, 'west', 'east']],
    areas: [
      ['640122100', '立岗镇', 'li gang zhen', 106, 38, 'west'],
      ['640122100201', '兰光村', 'lan guang cun', 106.01, 38, 'west'],
      ['640122100202', '河东村', 'he dong cun', 107, 38, 'east'],
      ['640122100203', '无名村', 'wu ming cun', null, null, 'west'],
    ],
    points: [
      ['station-1', '立岗镇公共法律服务工作站', 'li gang zhen zhan', 1, 1, 106, 38, 'west'],
      ['room-1', '兰光村公共法律服务工作室', 'lan guang cun shi', 2, 0, 106.01, 38, 'west'],
      ['room-2', '河东村公共法律服务工作室', 'he dong cun shi', 2, 1, 107, 38, 'east'],
      ['room-3', '无名村公共法律服务工作室', 'wu ming cun shi', 2, 1, null, null, 'west'],
    ],
  },
  'Mon, 30 Nov 2026 08:00:00 GMT',
);
