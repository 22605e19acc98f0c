import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { signInWith } from '../../api/session'
import { Button } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { isDemo } from '../../platform/send/demo'
import { reportBug } from '../../platform/start/report'
import { DEMO_STAFF } from '../../text/check-in/desk'

/** Whom `session.signIn` knows in a demonstration. */
const USERS = ['scanner', 'office', 'editor'] as const

/** In a demonstration only: a look at the desk as its staff see it. */
export function DemoStaff() {
  const client = useQueryClient()
  const [lends, setLends] = useState(false)
  useEffect(() => {
    isDemo().then(setLends).catch(reportBug)
  }, [])
  if (!lends) return null
  const become = async (role: (typeof USERS)[number]) => {
    await signInWith({ demoUser: `staff-${role}` })
    await client.resetQueries()
  }
  return (
    <>
      <Text className="soft">{DEMO_STAFF.why}</Text>
      {USERS.map((role) => (
        <Button key={role} icon="user-round" onTap={() => void become(role).catch(reportBug)}>
          {DEMO_STAFF.roles[role]}
        </Button>
      ))}
    </>
  )
}
