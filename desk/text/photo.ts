export const PHOTO = {
  label: '照片',
  choose: '选照片',
  other: '换一张',
  remove: '不要照片',
  drop: '或者把照片拖到这里',
  hint: 'JPG、PNG、WebP 或 GIF，不超过 8 MB。左右或上下多出的会裁掉，选好就看得到。',
  alt: '说明',
  altHint: '照片上是什么，看不见的居民听得到。例如：老师教大家扎灯笼',
  sending: '正在传…',
  saveFirst: '草稿没有存成，照片还没传。请先看上面的提示。',
  unread: '这个文件读不出来，可能被移走了。请重新选一次。',
} as const
