import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { OperatorError } from '../database/operator-error'
import { fromBech32, toBech32 } from './bech32'
import { sameSecret } from '../gateways/sealing/same-secret'

/**
 * Files of age (age-encryption.org/v1, X25519 recipients): the server that writes backups holds a public key only, and
 * whoever has the other half opens them with `age -d` of any Linux, without a program of ours. Node's own crypto does
 * all the reckoning; only the frame is here, and `npm run test:debian` opens ours with Debian's age and the other way
 * round.
 */
const VERSION = 'age-encryption.org/v1'
const WRAPPING = `${VERSION}/X25519`
const CHUNK = 65_536
const TAG = 16
const KEY = 32
const NONCE = 16
/** Of a header with one recipient there are about 200. */
const MOST_HEADER = 16_384

const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex')
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex')

const publicKey = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_DER, raw]), format: 'der', type: 'spki' })
const privateKey = (raw: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_DER, raw]), format: 'der', type: 'pkcs8' })
const rawPublic = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length)

/** Who may open what is written: `age1…`, as `new-key` or `age-keygen` prints it. */
export interface Recipient {
  readonly raw: Buffer
}

/** What opens it: `AGE-SECRET-KEY-1…`. */
export interface Identity {
  readonly key: KeyObject
  readonly recipient: Recipient
}

/** @throws OperatorError where it is none */
export function readRecipient(text: string): Recipient {
  const raw = fromBech32('age', text.trim())
  if (raw?.length === KEY) return { raw }
  throw new OperatorError(
    `BACKUP_RECIPIENT is no public key of age (age1…): make one with \`node dist/backup/main.cjs new-key\`.`,
  )
}

/** Takes the text of a key file: comments and the key. @throws OperatorError where there is none */
export function readIdentity(text: string): Identity {
  const line = text
    .split('\n')
    .map((part) => part.trim())
    .find((part) => part.toUpperCase().startsWith('AGE-SECRET-KEY-1'))
  const raw = line === undefined ? null : fromBech32('age-secret-key-', line)
  if (raw?.length !== KEY) throw new OperatorError('The key file holds no key of age (AGE-SECRET-KEY-1…).')
  return identityOf(privateKey(raw))
}

const identityOf = (key: KeyObject): Identity => ({ key, recipient: { raw: rawPublic(key) } })

/** A new pair, as text: the one half for the server, the other for a safe. */
export function newKeyPair(): { readonly recipient: string; readonly identity: string } {
  const { privateKey: key } = generateKeyPairSync('x25519')
  const raw = key.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_DER.length)
  return {
    recipient: toBech32('age', rawPublic(key)),
    identity: toBech32('age-secret-key-', raw).toUpperCase(),
  }
}

const derive = (secret: Buffer, salt: Buffer, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, KEY))

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

function sealOnce(key: Buffer, nonce: Buffer, text: Buffer): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** Null where the key is another, or a bit was changed. */
function openOnce(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < TAG) return null
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  decipher.setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
  } catch {
    // The tag says one thing only.
    return null
  }
}

const chunkNonce = (count: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(count), 3)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

const NO_NONCE = Buffer.alloc(12)

function writeHeader({ raw }: Recipient, fileKey: Buffer): Buffer {
  const { privateKey: once } = generateKeyPairSync('x25519')
  const share = rawPublic(once)
  const shared = diffieHellman({ privateKey: once, publicKey: publicKey(raw) })
  const wrapped = sealOnce(derive(shared, Buffer.concat([share, raw]), WRAPPING), NO_NONCE, fileKey)
  const head = `${VERSION}\n-> X25519 ${base64(share)}\n${base64(wrapped)}\n---`
  return Buffer.from(`${head} ${base64(headerMac(fileKey, head))}\n`)
}

const headerMac = (fileKey: Buffer, head: string): Buffer =>
  createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(head)
    .digest()

/** Gives the key of the file. @throws OperatorError where it is no file for this identity */
function openHeader(text: string, { key, recipient }: Identity): Buffer {
  const cut = text.lastIndexOf('\n---') + 4
  const head = text.slice(0, cut)
  const stanzas = [...head.matchAll(/^-> X25519 ([\w+/]{43})\n([\w+/]{43})$/gm)]
  for (const [, share64 = '', wrapped64 = ''] of stanzas) {
    const share = Buffer.from(share64, 'base64')
    const shared = diffieHellman({ privateKey: key, publicKey: publicKey(share) })
    const fileKey = openOnce(
      derive(shared, Buffer.concat([share, recipient.raw]), WRAPPING),
      NO_NONCE,
      Buffer.from(wrapped64, 'base64'),
    )
    if (fileKey === null) continue
    // Its text, as age compares it: of the bits in its last sign, base64 leaves two unread.
    const mac = Buffer.from(text.slice(cut))
    const wanted = Buffer.from(` ${base64(headerMac(fileKey, head))}`)
    if (sameSecret(mac, wanted)) return fileKey
    throw new OperatorError('The head of this file was changed: it is not as it was written.')
  }
  throw new OperatorError('This file was written for another key than the one in --identity.')
}

/** Collects what arrives and hands out whole chunks; the last one may be shorter, and comes with the end. */
abstract class Chunks extends Transform {
  private held: Buffer = Buffer.alloc(0)
  private count = 0

  protected constructor(private readonly size: number) {
    super()
  }

  /** May take the beginning for itself: null where there is not enough of it yet. */
  protected abstract afterHead(bytes: Buffer): Buffer | null
  protected abstract turn(chunk: Buffer, count: number, isLast: boolean): Buffer

  override _transform(arrived: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      const rest = this.afterHead(Buffer.concat([this.held, arrived]))
      if (rest === null) this.held = Buffer.concat([this.held, arrived])
      else this.held = this.handOut(rest)
      done()
    } catch (error) {
      done(error as Error)
    }
  }

  /** Keeps one chunk back: whether it is the last is known only with the end. */
  private handOut(bytes: Buffer): Buffer {
    let at = 0
    for (; bytes.length - at > this.size; at += this.size, this.count += 1)
      this.push(this.turn(bytes.subarray(at, at + this.size), this.count, false))
    return bytes.subarray(at)
  }

  override _flush(done: TransformCallback): void {
    try {
      const rest = this.afterHead(this.held)
      if (rest === null) throw cutOff()
      this.push(this.turn(rest, this.count, true))
      done()
    } catch (error) {
      done(error as Error)
    }
  }
}

const cutOff = (): OperatorError => new OperatorError('This file is no file of age, or was cut off.')

class Encrypting extends Chunks {
  private readonly payloadKey: Buffer

  constructor(recipient: Recipient) {
    super(CHUNK)
    const fileKey = randomBytes(16)
    const nonce = randomBytes(NONCE)
    this.payloadKey = derive(fileKey, nonce, 'payload')
    this.push(Buffer.concat([writeHeader(recipient, fileKey), nonce]))
  }

  protected afterHead(bytes: Buffer): Buffer {
    return bytes
  }

  protected turn(chunk: Buffer, count: number, isLast: boolean): Buffer {
    return sealOnce(this.payloadKey, chunkNonce(count, isLast), chunk)
  }
}

class Decrypting extends Chunks {
  private payloadKey: Buffer | null = null

  constructor(private readonly identity: Identity) {
    super(CHUNK + TAG)
  }

  protected afterHead(bytes: Buffer): Buffer | null {
    if (this.payloadKey !== null) return bytes
    const mark = bytes.indexOf('\n--- ')
    const end = mark === -1 ? -1 : bytes.indexOf('\n', mark + 1)
    if (end === -1 || bytes.length < end + 1 + NONCE) {
      if (bytes.length > MOST_HEADER || !VERSION.startsWith(bytes.toString('latin1', 0, VERSION.length)))
        throw cutOff()
      return null
    }
    const text = bytes.toString('latin1', 0, end)
    if (!text.startsWith(`${VERSION}\n`)) throw cutOff()
    const nonce = bytes.subarray(end + 1, end + 1 + NONCE)
    this.payloadKey = derive(openHeader(text, this.identity), nonce, 'payload')
    return bytes.subarray(end + 1 + NONCE)
  }

  protected turn(chunk: Buffer, count: number, isLast: boolean): Buffer {
    const opened =
      this.payloadKey === null ? null : openOnce(this.payloadKey, chunkNonce(count, isLast), chunk)
    if (opened === null)
      throw new OperatorError('This file was changed or cut off: it is not as it was written.')
    return opened
  }
}

/** Encrypts what flows through it, for this recipient. */
export const encryptFor = (recipient: Recipient): Transform => new Encrypting(recipient)

/** The way back. What comes out was proved chunk by chunk; errors with an `OperatorError` where the rest is missing. */
export const decryptWith = (identity: Identity): Transform => new Decrypting(identity)
