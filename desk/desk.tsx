import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { DeskHolder } from '../core/contract/desk'
import { EDITORS, OFFICE_STAFF } from '../core/domain/staff/post'
import { isPreviewAddress } from './activities/activity-preview'
import { ActivitiesScreen } from './activities/activities-screen'
import { call } from './api/client'
import { useClockWrong } from './api/clock'
import { useSession } from './api/session'
import { ChainScreen, OpenChain } from './counter/chain-screen'
import { CounterScreen } from './counter/counter-screen'
import { BlankCards } from './counter/guest-cards'
import { OpenForms } from './counter/open-forms'
import { FindScreen } from './find/find-screen'
import { HolidaysScreen } from './holidays/holidays-screen'
import { PlacesScreen } from './places/places-screen'
import { LogScreen } from './posts/log-screen'
import { InviteScreen } from './posts/invite-screen'
import { PostsScreen } from './posts/posts-screen'
import { linkTo, usePath, useSearch } from './router'
import { ScreensScreen } from './screens/screens-screen'
import { forgetSealedForms } from './shared/sealed-form'
import { SheetScreen } from './sheet/sheet-screen'
import { TodayScreen } from './sheet/today-screen'
import { SignInPanel } from './sign-in-panel'
import { WaitingNumber, WaitingScreen } from './waiting-screen'
import { SignInsScreen } from './posts/sign-ins-screen'
import { HOLIDAYS } from './text/holidays'
import { LOG } from './text/log'
import { SCREENS } from './text/screens'
import { PREVIEW } from './text/preview'
import { ROLE_NAMES, SHELL, SIGN_IN } from './text/shell'

/** The staff's desk: nobody without a session gets further than the code to scan. */
export function Desk() {
  const { session, renew } = useSession()
  const search = useSearch()
  if (session.kind === 'loading') return null
  if (session.kind === 'failed') {
    return (
      <main className="sign-in">
        <div className="sheet">
          <h1>{SHELL.name}</h1>
          <p>{session.sentence}</p>
          <Button onClick={() => void renew()}>{SHELL.again}</Button>
        </div>
      </main>
    )
  }
  if (session.kind === 'signed-out') {
    return (
      <main className="sign-in">
        <div className="sheet">
          <h1>{SIGN_IN.title}</h1>
          {isPreviewAddress(search) ? <p>{PREVIEW.signIn}</p> : null}
          <SignInPanel onSignedIn={renew} />
        </div>
      </main>
    )
  }
  return <Frame holder={session.holder} isLocked={session.isLocked} onSignedIn={renew} />
}

interface FrameProps {
  readonly holder: DeskHolder
  readonly isLocked: boolean
  readonly onSignedIn: () => Promise<void>
}

/** Who is signed in above, the screens at the left, and the screen that is open. */
function Frame({ holder, isLocked, onSignedIn }: FrameProps) {
  const path = usePath()
  const isClockWrong = useClockWrong()
  const [isHandingOver, setHandingOver] = useState(false)
  const signedIn = async () => {
    setHandingOver(false)
    await onSignedIn()
  }
  const signOut = async () => {
    const reply = await call('desk.signOut', {})
    if (!reply.ok && !('fault' in reply)) return
    forgetSealedForms()
    window.location.reload()
  }
  const screens = screensOf(holder)
  const [first] = screens
  const open = screens.find((screen) => path === screen.path || path.startsWith(`${screen.path}/`))
  const shown = path === '' ? first : open
  return (
    <div className="frame">
      <header className="frame__head">
        <div className="frame__place">{holder.subdistrict}</div>
        <div className="frame__who">
          {holder.called}
          <small>{holdings(holder)}</small>
        </div>
        <Button onClick={() => setHandingOver(true)}>{SHELL.handOver}</Button>
        <Button onClick={() => void signOut()}>{SHELL.signOut}</Button>
      </header>
      <Menu key={path} screens={screens} shown={shown} isLocked={isLocked} />
      {/* Another account begins anew; the same one finds what it had typed. */}
      <main className="frame__screen" key={holder.posts.map(({ postId }) => postId).join()}>
        {isClockWrong ? <p role="alert">{SHELL.clockWrong}</p> : null}
        <OpenForms>
          <OpenChain>{shown === undefined ? <h1>{SHELL.notHere}</h1> : shown.show(path)}</OpenChain>
        </OpenForms>
      </main>
      <Modal
        open={isLocked || isHandingOver}
        title={isLocked ? SIGN_IN.locked : SIGN_IN.handOver}
        closable={!isLocked}
        keyboard={!isLocked}
        mask={{ closable: false }}
        // What stands on the page is nobody's business while it is locked.
        styles={isLocked ? { mask: { background: 'var(--paper)' } } : {}}
        footer={isLocked ? null : <Button onClick={() => setHandingOver(false)}>{SIGN_IN.cancel}</Button>}
        onCancel={() => setHandingOver(false)}
        width={640}
        destroyOnHidden
      >
        {isLocked ? <p className="soft">{SIGN_IN.lockedAdvice}</p> : null}
        <SignInPanel onSignedIn={signedIn} />
      </Modal>
    </div>
  )
}

interface MenuProps {
  readonly screens: readonly Screen[]
  readonly shown: Screen | undefined
  readonly isLocked: boolean
}

/** All screens at the left; on a phone those of every day at the bottom, and the others behind 更多. */
function Menu({ screens, shown, isLocked }: MenuProps) {
  const [isWhole, setWhole] = useState(false)
  const links = (some: readonly Screen[]) =>
    some.map((screen) => (
      <ScreenLink key={screen.path} screen={screen} isOpen={screen === shown} isLocked={isLocked} />
    ))
  return (
    <nav className={isWhole ? 'frame__menu frame__menu--whole' : 'frame__menu'} aria-label={SHELL.menu}>
      {links(screens.filter(({ isSetting }) => !isSetting))}
      <h2>{SHELL.settings}</h2>
      {links(screens.filter(({ isSetting }) => isSetting))}
      <button
        type="button"
        className="frame__more only-phone"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
      >
        {SHELL.more}
      </button>
    </nav>
  )
}

interface Screen {
  readonly path: string
  readonly name: string
  readonly show: (path: string) => ReactNode
  /** In the bar at the bottom of a phone. */
  readonly isDaily?: true
  /** Under 设置 in the menu. */
  readonly isSetting?: true
  /** How much waits in it. */
  readonly number?: ReactNode
}

interface ScreenLinkProps {
  readonly screen: Screen
  readonly isOpen: boolean
  /** Nobody may be asked how much waits. */
  readonly isLocked: boolean
}

const ScreenLink = ({ screen, isOpen, isLocked }: ScreenLinkProps) => (
  <a
    {...linkTo(screen.path)}
    {...(screen.isDaily ? { className: 'frame__daily' } : {})}
    {...(isOpen ? { 'aria-current': 'page' as const } : {})}
  >
    {screen.name} {isLocked ? null : screen.number}
  </a>
)

/** Only what a post of theirs opens. */
function screensOf(holder: DeskHolder): readonly Screen[] {
  const appoints = holder.posts.some(({ role }) => role === 'admin' || role === 'lead')
  const writes = holder.posts.some(({ role }) => OFFICE_STAFF.includes(role))
  return [
    ...(writes
      ? [
          {
            path: 'waiting',
            name: SHELL.waiting,
            isDaily: true as const,
            show: () => <WaitingScreen />,
            number: <WaitingNumber />,
          },
          { path: 'find', name: SHELL.find, isDaily: true as const, show: () => <FindScreen /> },
          {
            path: 'activities',
            name: SHELL.activities,
            isDaily: true as const,
            show: (path: string) => <ActivitiesScreen holder={holder} path={path} />,
          },
          {
            path: 'counter',
            name: SHELL.counter,
            isDaily: true as const,
            show: (path: string) => {
              const [, part, activityId] = path.split('/')
              if (part === 'chain') return <ChainScreen key={activityId} activityId={activityId ?? null} />
              return part === 'cards' ? <BlankCards /> : <CounterScreen />
            },
          },
          {
            path: 'sign-in-sheet',
            name: SHELL.signInSheet,
            isDaily: true as const,
            show: (path: string) => {
              const [, activityId] = path.split('/')
              return activityId ? <SheetScreen key={activityId} activityId={activityId} /> : <TodayScreen />
            },
          },
          {
            path: 'places',
            name: SHELL.places,
            show: (path: string) => <PlacesScreen holder={holder} path={path} />,
          },
        ]
      : []),
    ...(appoints
      ? [
          {
            path: 'posts',
            name: SHELL.posts,
            isSetting: true as const,
            show: (path: string) =>
              path === 'posts/invite' ? <InviteScreen offices={holder.offices} /> : <PostsScreen />,
          },
        ]
      : []),
    ...(writes
      ? [
          {
            path: 'screens',
            name: SCREENS.title,
            isSetting: true as const,
            show: () => <ScreensScreen holder={holder} />,
          },
        ]
      : []),
    ...(holder.posts.some(({ role }) => EDITORS.includes(role))
      ? [
          {
            path: 'holidays',
            name: HOLIDAYS.title,
            isSetting: true as const,
            show: () => <HolidaysScreen holder={holder} />,
          },
        ]
      : []),
    ...(holder.posts.some(({ role, mayReadLog }) => role === 'admin' || mayReadLog)
      ? [{ path: 'log', name: LOG.title, isSetting: true as const, show: () => <LogScreen /> }]
      : []),
    {
      path: 'sign-ins',
      name: SHELL.signIns,
      isSetting: true as const,
      show: () => <SignInsScreen holdings={holdings(holder)} />,
    },
  ]
}

/** 社工 · 金梅园会客厅; 公用电脑. */
const holdings = ({ posts, isPublicPc }: DeskHolder): string =>
  [
    ...posts.map(({ role, offices }) => [ROLE_NAMES[role], ...offices.map(({ name }) => name)].join(' · ')),
    ...(isPublicPc ? [SHELL.publicPc] : []),
  ].join('；')
