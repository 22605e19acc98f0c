import { GUARDIAN_CONSENTS, type GuardianConsentVersion } from '../../../core/domain/me/guardian-consent'
import { Heading, Text } from '../../components/elements/elements'
import { FAMILY } from '../../text/me/family'

/** The wording that is shown, and kept together with the guardian's yes. */
export const CONSENT_VERSION: GuardianConsentVersion = '2026-11'

export function ConsentWords() {
  return (
    <>
      <Heading level={3} className="sub-title">
        {FAMILY.consentTitle}
      </Heading>
      <Text>{GUARDIAN_CONSENTS[CONSENT_VERSION]}</Text>
    </>
  )
}
