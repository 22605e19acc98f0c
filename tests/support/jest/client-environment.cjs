const { TestEnvironment: Browser } = require('jest-environment-jsdom')
const { TestEnvironment: Node } = require('jest-environment-node')

/**
 * Of the client's unit tests those that draw (.tsx) have a document. Any other that needs one says so in its first
 * comment, `@jest-environment jsdom`: to make a document takes as long as most of the others run.
 */
module.exports = function clientEnvironment(config, context) {
  return new (context.testPath.endsWith('.tsx') ? Browser : Node)(config, context)
}
