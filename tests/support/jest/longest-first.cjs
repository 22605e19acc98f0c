const { statSync } = require('node:fs')
const Sequencer = require('@jest/test-sequencer').default

/** Milliseconds a byte of a test file takes, roughly: a browser and a phone take longer than a rule. */
const PACE = { e2e: 8, weapp: 4, integration: 2 }

/**
 * What takes longest begins first, so that no worker has a long suite left when the others are done. Jest knows how
 * long each suite took last time; where it has never run them, as after a fresh clone, their kind and size tell.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    if (sorted.every(({ duration }) => duration !== undefined)) return sorted
    const expected = ({ duration, path, context }) =>
      duration ?? statSync(path).size * (PACE[context.config.displayName.name] ?? 0.1)
    return sorted.sort((one, other) => expected(other) - expected(one))
  }
}
