import path from 'node:path'
import { node, npm } from '../process/child.mjs'
import { ROOT } from '../process/root.mjs'

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => import('../process/child.mjs').Command} command
 * @property {Record<string, string>} [env] beside our own, while it builds
 * @property {string[]} inputs files and folders whose content decides whether it is built anew
 * @property {string} output is there after a build
 */

const TARO = [
  'src',
  'core',
  'config',
  'babel.config.js',
  'tsconfig.json',
  'tsconfig.weapp.json',
  'tsconfig.h5.json',
]
const PACK_SETTINGS = path.relative(
  ROOT,
  path.resolve(ROOT, process.env['DATA_PACK'] || 'data/caoyang', 'settings.csv'),
)
const BUNDLES = [
  'cloud',
  'core',
  'tools',
  'scripts/bundle.mjs',
  'scripts/build/bundles.mjs',
  'scripts/build/sbom.mjs',
  'package-lock.json',
]

/** Whatever is built, in the order of building. @type {Record<'programs' | 'functions' | 'weapp' | 'weapp-https' | 'h5' | 'desk', Step>} */
export const STEPS = {
  programs: {
    title: 'Building the server',
    command: () => node('scripts/bundle.mjs', 'programs'),
    inputs: BUNDLES,
    output: 'dist/server/main.cjs',
  },
  functions: {
    title: 'Building the cloud functions',
    command: () => node('scripts/bundle.mjs', 'functions'),
    inputs: BUNDLES,
    output: 'dist/functions/api/index.js',
  },
  weapp: {
    title: 'Building the mini-program',
    command: () => npm('run', 'build:weapp'),
    // Its titles are the data pack's.
    inputs: [...TARO, 'project.config.json', PACK_SETTINGS],
    output: 'dist/weapp/app.json',
  },
  // For tests alone: the mini-program that sends by wx.request, with the pages for staff and everything that can be switched on.
  'weapp-https': {
    title: 'Building the mini-program for a server of its own',
    command: () => npm('run', 'build:weapp'),
    env: {
      NODE_ENV: 'production',
      TARO_APP_SEND: 'https',
      TARO_APP_ORIGIN: 'https://living-room.example',
      TARO_APP_OUT: '.cache/weapp-https',
      TARO_APP_STAFF: '1',
      TARO_APP_SPEECH: '1',
      TARO_APP_TEMPLATE_CHANGE: 'template-change',
      TARO_APP_TEMPLATE_WAITLIST: 'template-waitlist',
      TARO_APP_TEMPLATE_REMINDER: 'template-reminder',
    },
    inputs: [...TARO, 'project.config.json', 'scripts/build/steps.mjs'],
    output: '.cache/weapp-https/app.json',
  },
  h5: {
    title: "Building the residents' pages",
    command: () => npm('run', 'build:h5'),
    inputs: [...TARO, 'scripts/h5-routes.mjs', 'scripts/compress.mjs'],
    output: 'dist/h5/index.html',
  },
  desk: {
    title: 'Building the staff desk and the wall screen',
    command: () => npm('run', 'build:desk'),
    inputs: ['desk', 'core', 'src/theme', 'src/text', 'scripts/compress.mjs'],
    output: 'dist/desk/desk.html',
  },
}

/** @typedef {keyof typeof STEPS} StepName */
