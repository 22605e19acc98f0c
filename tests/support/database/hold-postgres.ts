import { startEmbeddedPostgres } from '../../../tools/embedded-postgres'
import { OperatorError } from '../../../cloud/database/operator-error'

/**
 * A program for tests: holds the embedded PostgreSQL of the folder it is given until SIGTERM, or until it is killed.
 * It prints one line of JSON: `{url, superuserUrl, dataDir, notice}`, or `{refusal}` and ends with 1.
 */
async function main(): Promise<void> {
  const dataDir = process.argv[2] as string
  const { stop, ...urls } = await startEmbeddedPostgres({
    dataDir,
    onLost: (error) => end({ lost: error.message }, 3),
  })
  process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
  setInterval(() => undefined, 60_000)
  say(urls)
}

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

function end(line: object, code: number): void {
  say(line)
  process.exitCode = code
  process.exit()
}

main().catch((error: unknown) => {
  if (!(error instanceof OperatorError)) throw error
  end({ refusal: error.message }, 1)
})
