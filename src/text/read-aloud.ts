export const READ_ALOUD = {
  start: '读给我听',
  pause: '暂停',
  resume: '接着读',
  stop: '不听了',
  reading: '正在读',
  waiting: '正在准备声音…',
  lost: '声音没有取到。请看看网络，再点“接着读”。',
  silent: '这部手机没有中文的声音，读不出来。可以把字放大了看。',
} as const
