import { readCommand } from './command-line'

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e'

describe('node dist/staff/main.cjs', () => {
  it('understands its three commands', () => {
    expect(readCommand(['invite', '--role', 'admin', '--called', '管理员'])).toEqual({
      command: 'invite',
      called: '管理员',
      because: null,
      json: false,
    })
    expect(
      readCommand(['invite', '--json', '--called', ' 王芳 ', '--because', '手机丢了', '--role', 'admin']),
    ).toEqual({ command: 'invite', called: '王芳', because: '手机丢了', json: true })
    expect(readCommand(['list', '--json'])).toEqual({ command: 'list', json: true })
    expect(readCommand(['dismiss', ID])).toEqual({ command: 'dismiss', postId: ID, because: null })
  })

  it.each([
    [],
    ['help'],
    ['invite', '--role', 'admin'],
    ['invite', '--role', 'admin', '--called', ' '],
    ['invite', 'role', 'admin', '--called', '王芳'],
    ['list', '--because', '看看'],
    ['dismiss'],
    ['dismiss', 'somebody'],
    ['dismiss', ID, '--json'],
  ])('says how to ask instead of %j', (...args: string[]) => {
    expect(() => readCommand(args)).toThrow(/^Use: node dist\/staff\/main\.cjs/)
  })

  it('invites nobody but an admin, and takes no longer name than a post', () => {
    expect(() => readCommand(['invite', '--role', 'editor', '--called', '李敏'])).toThrow(/--role admin/)
    expect(() => readCommand(['invite', '--role', 'admin', '--called', '长'.repeat(61)])).toThrow(
      /60 characters/,
    )
  })
})
