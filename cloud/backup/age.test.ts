import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { OperatorError } from '../database/operator-error'
import { decryptWith, encryptFor, newKeyPair, readIdentity, readRecipient } from './age'

/** Made with Debian's age 1.1.1: `age-keygen`, and `printf '一封信\n' | age -r age1wcv5…`. */
const KEY_FILE = `# created: 2026-11-30T15:37:14Z
# public key: age1wcv5gmxrtgtuczw3rnku3lyfpdexhwvguzfsuysfkv38f3tp3qgsgyfq58
AGE-SECRET-KEY-1NGG6N2DRMG5JMURFKM3DLE74R6E3FDXYXH093QK6JCDJ4YFXYVXSP9Z9HG
`
const LETTER = Buffer.from(
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBjMGFJYlpBQ0RNRzV3a1lEMkJmVnBVdlNobisvbW4vb2dESjFuQ0pwdGhzCi9jNWhv' +
    'L3NvMWRMRTI3eHZFbHUrMUc1bDNraGZCMXdqRmpHOFRVVm50R3MKLS0tIGQxd0FoWWdmQ3pmTllPbXd1bXNmWEVMSkk5NnBxVUNjNTNVaUNE' +
    'YzZTN0kKf+RjtIhV9CuDZ1eLNl8Vt5kfRNgNvYWZz7x7UxZwkdusjlXjjtmfpeV2',
  'base64',
)

/** In pieces as small as a network may make them. */
const inPieces = (bytes: Buffer, size: number): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })(),
  )

const pair = newKeyPair()
const identity = readIdentity(pair.identity)
const sealed = (bytes: Buffer): Promise<Buffer> =>
  buffer(inPieces(bytes, 50_000).compose(encryptFor(readRecipient(pair.recipient))))
const opened = (bytes: Buffer, size = 1_000): Promise<Buffer> =>
  buffer(inPieces(bytes, size).compose(decryptWith(identity)))

it('opens what age itself has written', async () => {
  const text = await buffer(inPieces(LETTER, 7).compose(decryptWith(readIdentity(KEY_FILE))))
  expect(text.toString('utf8')).toBe('一封信\n')
})

it('reads the public half of a key from its secret one, as age does', () => {
  const [, recipient = ''] = /(age1\w+)/.exec(KEY_FILE) ?? []
  expect(readIdentity(KEY_FILE).recipient.raw).toEqual(readRecipient(recipient).raw)
})

it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])(
  'gives back %i bytes as they were',
  async (length) => {
    const bytes = Buffer.alloc(length, 'living room ')
    const file = await sealed(bytes)
    expect(file.includes('living room')).toBe(false)
    expect((await opened(file, 65_536)).equals(bytes)).toBe(true)
  },
)

it('notices each byte that was changed', async () => {
  const file = await sealed(Buffer.from('short'))
  for (let place = 0; place < file.length; place += 1) {
    const changed = Buffer.from(file)
    changed[place] = (changed[place] ?? 0) ^ 1
    await expect(opened(changed)).rejects.toBeInstanceOf(OperatorError)
  }
})

it('knows one text only of the sum over its head, also where base64 would read another alike', async () => {
  const file = await sealed(Buffer.from('short'))
  const last = file.indexOf('\n', file.indexOf('\n--- ') + 1) - 1
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='
  const others = [...signs].filter((sign) => sign.charCodeAt(0) !== file[last])
  expect(others).toHaveLength(64)
  for (const sign of others) {
    const changed = Buffer.from(file)
    changed.write(sign, last)
    await expect(opened(changed)).rejects.toThrow(/head of this file was changed/)
  }
})

it('notices what was cut off, also between two chunks', async () => {
  const file = await sealed(Buffer.alloc(200_000))
  const lastChunk = (200_000 % 65_536) + 16
  for (const length of [0, 10, 100, file.length - lastChunk, file.length - 1])
    await expect(opened(file.subarray(0, length), 65_536)).rejects.toThrow(/cut off/)
})

it('opens nothing for another key, and says so', async () => {
  const other = readIdentity(newKeyPair().identity)
  await expect(buffer(Readable.from([LETTER]).compose(decryptWith(other)))).rejects.toThrow('another key')
})

it.each(['', 'age1', pair.recipient.slice(0, -1), pair.recipient.replace(/.$/, 'b'), pair.identity])(
  'takes no mistyped recipient: %s',
  (text) => expect(() => readRecipient(text)).toThrow('BACKUP_RECIPIENT'),
)
