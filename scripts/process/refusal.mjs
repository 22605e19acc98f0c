/** Something the person at the terminal can put right: printed as one sentence, without a stack. */
export class Refusal extends Error {}

/**
 * Runs a script to its end. A Refusal is printed as it is, anything else with its stack; both end with code 1.
 * @param {() => Promise<number | void>} main gives the exit code, or nothing to leave it as it is
 */
export async function runScript(main) {
  try {
    const code = await main()
    if (typeof code === 'number') process.exitCode = code
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : /** @type {Error} */ (error).stack}\n`)
    process.exitCode = 1
  }
}
