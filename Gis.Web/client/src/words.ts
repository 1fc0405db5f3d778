const english = document.documentElement.lang === 'en';

/** The few sentences that scripts say by themselves; all others come with the page. */
export const words = english
  ? {
      onMap: 'Map',
      failed: 'The answer did not arrive. Please try again.',
      noMap: 'This needs the map, which this browser cannot draw.',
      place: 'Click the new place. By keyboard: move the map with the arrow keys and press Enter; Esc gives up.',
      chosen: 'The point chosen; drag it to another place',
    }
  : {
      onMap: '地图',
      failed: '没有收到结果,请再试一次。',
      noMap: '这一步要用地图,这个浏览器不能显示。',
      place: '请点新位置。用键盘:方向键移动地图,回车确定,Esc 取消。',
      chosen: '选中的服务点,可拖到别处',
    };
