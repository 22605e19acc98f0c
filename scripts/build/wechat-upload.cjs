// Sends the built mini-program to WeChat as a trial version: node scripts/build/wechat-upload.cjs <version> <what is new>
// In a process of its own, because miniprogram-ci keeps worker processes and changes global state.
const ci = require('miniprogram-ci')

const [version = '', desc = ''] = process.argv.slice(2)

/** Its own types disagree with each other under exactOptionalPropertyTypes. @type {any} */
const project = new ci.Project({
  appid: process.env['WECHAT_APP_ID'] ?? '',
  type: 'miniProgram',
  projectPath: process.cwd(),
  privateKeyPath: process.env['WECHAT_UPLOAD_KEY'] ?? '',
  ignores: ['node_modules/**/*', '.cache/**/*', '.data/**/*'],
})

const setting = { es6: false, minified: true, minifyWXML: true, minifyWXSS: true }

ci.upload({ project, version, desc, setting, onProgressUpdate: () => undefined }).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)
