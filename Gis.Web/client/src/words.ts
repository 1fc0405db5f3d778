const english = document.documentElement.lang === 'en';

interface StepParts {
  readonly step: number;
  readonly name: string;
  readonly added: string;
  readonly covered: string;
}

/** The few sentences that scripts say by themselves; all others come with the page. */
export const words = english
  ? {
      onMap: 'Map',
      failed: 'The answer did not arrive. Please try again.',
      noMap: 'This needs the map, which this browser cannot draw.',
      place: 'Click the new place. By keyboard: move the map with the arrow keys and press Enter; Esc gives up.',
      chosen: 'The point chosen; drag it to another place',
      crowd: (count: number, open: number) => `${count} points here, ${open} built; zoom in to see each`,
      beforeBuilding: (covered: string) => `Before: ${covered} within reach`,
      atStep: ({ step, name, added, covered }: StepParts) => `${step}. ${name}: +${added}, ${covered} within reach`,
    }
  : {
      onMap: '地图',
      failed: '没有收到结果,请再试一次。',
      noMap: '这一步要用地图,这个浏览器不能显示。',
      place: '请点新位置。用键盘:方向键移动地图,回车确定,Esc 取消。',
      chosen: '选中的服务点,可拖到别处',
      crowd: (count: number, open: number) => `这里有 ${count} 个服务点,已建成 ${open} 个,放大可逐个查看`,
      beforeBuilding: (covered: string) => `开工前:${covered} 够得着`,
      atStep: ({ step, name, added, covered }: StepParts) => `第 ${step} 个 ${name}:+${added},共 ${covered} 够得着`,
    };
