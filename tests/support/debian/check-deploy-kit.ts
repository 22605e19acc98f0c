import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** In tenths, as `systemd-analyze security` counts them: from 0 (nothing is allowed) to 100. */
const MOST_EXPOSED = 20

type ExpectThat = (holds: boolean, sentence: string) => void

/** Lets the programs that will read the files of `deploy/` judge them: nginx, systemd, logrotate. */
export function checkDeployKit(folder: string, expectThat: ExpectThat): void {
  const judge = (sentence: string, program: string, args: readonly string[]): void => {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
    expectThat(status === 0, status === 0 ? sentence : `${sentence}\n${stdout}${stderr}`)
  }
  judge('nginx takes its file', '/usr/sbin/nginx', ['-t', '-c', nginxAround(folder)])
  const units = unitsIn(folder)
  const timers = readdirSync(units).filter((name) => name.endsWith('.timer'))
  const services = readdirSync(units).filter((name) => name.endsWith('.service'))
  const instances = services.map((name) => name.replace('@.', '@8787.'))
  const wanted = [...instances, ...timers].map((name) => join(units, name))
  judge('systemd takes its units', 'systemd-analyze', ['verify', '--man=no', ...wanted])
  for (const name of services) {
    const args = [
      'security',
      '--offline=true',
      `--threshold=${MOST_EXPOSED}`,
      '--no-pager',
      join(units, name),
    ]
    judge(`${name} may do little (exposure ≤ ${MOST_EXPOSED / 10})`, 'systemd-analyze', args)
  }
  const rotation = join(folder, 'logrotate')
  cpSync('deploy/logrotate/living-room', rotation)
  judge('logrotate takes its file', '/usr/sbin/logrotate', ['--debug', rotation])
}

/** The site with a certificate of its own and logs of its own: here is neither the user nor the folder of a server. */
function nginxAround(folder: string): string {
  const place = join(folder, 'nginx')
  mkdirSync(place)
  const certificate = ['-keyout', join(place, 'privkey.pem'), '-out', join(place, 'fullchain.pem')]
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=living-room']
  execFileSync('openssl', [...request, ...certificate], { stdio: 'ignore' })
  const site = readFileSync('deploy/nginx/living-room.conf', 'utf8')
    .replaceAll('/etc/living-room/tls/', `${place}/`)
    .replaceAll('/var/log/nginx/living-room/', `${place}/`)
  writeFileSync(join(place, 'site.conf'), site)
  const whole = [
    `pid ${join(place, 'pid')};`,
    'error_log stderr;',
    'events {}',
    `http { include ${join(place, 'site.conf')}; }`,
  ]
  writeFileSync(join(place, 'nginx.conf'), whole.join('\n'))
  return join(place, 'nginx.conf')
}

/** The units with the Node that runs this: systemd looks whether what they start is there. */
function unitsIn(folder: string): string {
  const place = join(folder, 'units')
  mkdirSync(place)
  for (const name of readdirSync('deploy/systemd')) {
    const text = readFileSync(join('deploy/systemd', name), 'utf8')
    writeFileSync(join(place, name), text.replaceAll('/usr/local/bin/node', process.execPath))
  }
  return place
}
