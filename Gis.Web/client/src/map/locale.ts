/** MapLibre's own words in Chinese; it speaks English by itself. */
export const chineseLocale: Readonly<Record<string, string>> = {
  'AttributionControl.MapFeedback': '地图反馈',
  'AttributionControl.ToggleAttribution': '显示或隐藏来源',
  'CooperativeGesturesHandler.MacHelpText': '按住 ⌘ 滚动可缩放地图',
  'CooperativeGesturesHandler.MobileHelpText': '用两个手指移动地图',
  'CooperativeGesturesHandler.WindowsHelpText': '按住 Ctrl 滚动可缩放地图',
  'FullscreenControl.Enter': '全屏',
  'FullscreenControl.Exit': '退出全屏',
  'GeolocateControl.FindMyLocation': '我的位置',
  'GeolocateControl.LocationNotAvailable': '无法得到位置',
  'GlobeControl.Disable': '平面地图',
  'GlobeControl.Enable': '球面地图',
  'LogoControl.Title': 'MapLibre 标志',
  'Map.Title': '地图:方向键移动,加减号缩放,回车键选中正中的村',
  'Marker.Title': '地图标记',
  'NavigationControl.ResetBearing': '拖动旋转地图,点击转回正北',
  'NavigationControl.ZoomIn': '放大',
  'NavigationControl.ZoomOut': '缩小',
  'Popup.Close': '关闭',
  'ScaleControl.Feet': '英尺',
  'ScaleControl.Kilometers': '公里',
  'ScaleControl.Meters': '米',
  'ScaleControl.Miles': '英里',
  'ScaleControl.NauticalMiles': '海里',
  'TerrainControl.Disable': '关闭地形',
  'TerrainControl.Enable': '打开地形',
};

/** What MapLibre does not say by itself. */
export const englishLocale: Readonly<Record<string, string>> = {
  'Map.Title': 'Map: arrow keys move it, plus and minus zoom, Enter chooses the village in the middle',
};
