import { Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { ICON_NAMES } from '../../components/icon/icon-names'
import { PALETTES, TYPE_SCALE } from '../../theme/tokens'
import { Section, Specimen } from './specimen'

/** Colours by role, the type scale, the icons. */
export function Paints({ theme }: { readonly theme: 'light' | 'dark' }) {
  return (
    <Section name="Tokens">
      <Specimen name="colours by role">
        <View className="swatches">
          {Object.entries(PALETTES[theme]).map(([role, colour]) => (
            <View
              key={role}
              className="swatch"
              style={{ background: colour }}
              ariaRole="img"
              ariaLabel={role}
            />
          ))}
        </View>
      </Specimen>
      <Specimen name="type scale">
        {Object.keys(TYPE_SCALE).map((step) => (
          <View key={step} style={{ fontSize: `var(--text-${step})`, lineHeight: 1.4 }}>
            {step} 今天 14:00 百禧公园
          </View>
        ))}
      </Specimen>
      <Specimen name="icons">
        <View className="icons">
          {ICON_NAMES.map((name) => (
            <Icon key={name} name={name} size="large" />
          ))}
        </View>
      </Specimen>
      <Text className="soft">柔和的字用来说第二句话。</Text>
    </Section>
  )
}
