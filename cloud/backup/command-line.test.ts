import { newKeyPair } from './age'
import { readBackupSettings, readCommand, readScratchUrl } from './command-line'

describe('the command', () => {
  it.each([
    [],
    ['help'],
    ['make', 'x'],
    ['make', '--identity', 'k'],
    ['restore'],
    ['restore', 'a', 'b', '--identity', 'k'],
  ])('says how it is used: %j', (...args) => expect(() => readCommand(args)).toThrow('Use: backup make'))

  it('wants the list of erasures for a restore, or why there is none', () => {
    const restore = ['restore', 'a.dump', '--identity', 'key']
    expect(() => readCommand(restore)).toThrow('newest list of erasures')
    expect(() => readCommand([...restore, '--without-erasures', ' x '])).toThrow('reason')
    expect(readCommand([...restore, '--erasures', 'list'])).toMatchObject({ erasures: { list: 'list' } })
    const why = 'the disk with the lists burned'
    expect(readCommand([...restore, '--without-erasures', why])).toMatchObject({ erasures: { without: why } })
    expect(() => readCommand([...restore, '--erasures', 'list', '--without-erasures', why])).toThrow(
      'newest list',
    )
  })
})

describe('the settings', () => {
  const { recipient, identity } = newKeyPair()
  it.each([
    ['BACKUP_RECIPIENT', {}],
    ['BACKUP_RECIPIENT', { BACKUP_RECIPIENT: identity, BACKUP_DIR: '/b' }],
    ['BACKUP_DIR', { BACKUP_RECIPIENT: recipient }],
    ['BACKUP_KEEP_DAYS', { BACKUP_RECIPIENT: recipient, BACKUP_DIR: '/b', BACKUP_KEEP_DAYS: '400' }],
    ['BACKUP_KEEP_DAYS', { BACKUP_RECIPIENT: recipient, BACKUP_DIR: '/b', BACKUP_KEEP_DAYS: 'all' }],
  ])('names %s where it does not do', (name, env) => {
    expect(() => readBackupSettings(env)).toThrow(name)
  })

  it('keeps a backup for 35 days by itself', () => {
    const env = { BACKUP_RECIPIENT: recipient, BACKUP_DIR: '/b' }
    expect(readBackupSettings(env)).toMatchObject({ folder: '/b', keepDays: 35 })
  })

  it('empties no database whose name does not say so', () => {
    const url = 'postgres://a@h/living_room'
    expect(() => readScratchUrl({}, url)).toThrow('--unchecked')
    expect(() => readScratchUrl({ BACKUP_SCRATCH_URL: url }, url)).toThrow('_scratch')
    const scratch = `${url}_scratch`
    expect(() => readScratchUrl({ BACKUP_SCRATCH_URL: scratch }, scratch)).toThrow('_scratch')
    expect(readScratchUrl({ BACKUP_SCRATCH_URL: scratch }, url)).toBe(scratch)
  })
})
