/** Whom the client's unit tests speak for before anything was loaded; a build takes it from its data pack. */
process.env.TARO_APP_SUBDISTRICT = JSON.stringify({
  name: '柳园街道',
  kind: '街道',
  organiser: '柳园街道',
  appName: '柳园百姓会客厅',
  phone: null,
  hotline: '12345',
  guideline: '《柳园生活圈导则》（2020）',
  mapLicence: null,
  closingSoonMinutes: 30,
})
