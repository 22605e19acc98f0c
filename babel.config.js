/** The oldest engines that WeChat and its web views still run on; older syntax would only add bytes. */
const targets = { ios: '12', chrome: '73' }

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets, loose: true }]],
  overrides: [{ test: /node_modules[\\/]@tanstack[\\/]/, plugins: [require('./config/public-fields')] }],
}
