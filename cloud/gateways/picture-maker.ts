import { fork } from 'node:child_process'
import type { FileKind } from '../../core/domain/staff/picture'
import { refuse, type Result } from '../../core/kernel/result'
import type { PictureType, PictureWidth } from '../../core/shapes/picture'
import { inTurns } from './in-turns'

type PictureRefusal =
  | 'picture_heic'
  | 'picture_drawn'
  | 'not_a_picture'
  | 'picture_too_large'
  | 'picture_too_small'
  | 'picture_broken'

export interface MadePicture {
  /** Of what was brought, by its content. */
  readonly mediaType: string
  /** Pixels of the largest width. */
  readonly width: number
  readonly height: number
  readonly widths: readonly {
    readonly width: PictureWidth
    readonly type: PictureType
    readonly content: Uint8Array
  }[]
}

export type PictureMaking = Result<MadePicture, PictureRefusal>

/** Makes a picture anew from a file that somebody brought; nobody knows what is in it. */
export type MakePicture = (bytes: Uint8Array, kind: FileKind) => Promise<PictureMaking>

/** What goes to the process that makes pictures. */
export interface PictureOrder {
  readonly bytes: Uint8Array
  readonly kind: FileKind
}

/** Fifty million pixels take three seconds. */
const PATIENCE_MS = 20_000
/** Pictures at once; who comes beyond them waits. */
const AT_ONCE = 2

/**
 * Each picture in a process of its own, which ends with it: what decodes it is written in C, and where a file breaks
 * that, the process goes and not the server.
 * @param program the bundle of `cloud/picture-maker/main.ts`
 * @throws Error where the process cannot be started
 */
export function picturesThrough(program: string): MakePicture {
  const inTurn = inTurns(AT_ONCE)
  return (bytes, kind) => inTurn(() => makeInProcess(program, { bytes, kind }))
}

function makeInProcess(program: string, order: PictureOrder): Promise<PictureMaking> {
  return new Promise((settle, fail) => {
    // None of the server's settings, which hold its secrets.
    const process = fork(program, { env: {}, execArgv: [], serialization: 'advanced', stdio: 'ignore' })
    const patience = setTimeout(() => end(refuse('picture_too_large')), PATIENCE_MS)
    const end = (making: PictureMaking): void => {
      clearTimeout(patience)
      process.kill('SIGKILL')
      settle(making)
    }
    process.once('message', (making: PictureMaking) => end(making))
    process.once('error', (error) => {
      clearTimeout(patience)
      fail(error)
    })
    // Before it answered: the file broke it.
    process.once('exit', (code) => {
      if (code === MISSING) {
        clearTimeout(patience)
        fail(new Error('the process that makes pictures could not begin: is sharp installed?'))
      } else end(refuse('picture_broken'))
    })
    process.send(order)
  })
}

/** Node's own exit code where a program throws while it is loaded. */
const MISSING = 1
