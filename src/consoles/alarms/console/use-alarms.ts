import { useEffect, useEffectEvent } from 'react'
import type { DescribedAlarm } from '#clients/cloudwatch.ts'
import { MINUTE } from '#lib/time.ts'
import { useLoaded, type Loaded } from '#ui/console/use-loaded.ts'
import type { AlarmsPageProps } from './alarms-page-props.ts'

/** Every alarm of the account; read again each minute of the world's clock, and when somebody comes back to the window. */
export function useAlarms({ console, cloudwatch }: AlarmsPageProps): Loaded<readonly DescribedAlarm[]> {
  const loaded = useLoaded(console.account, (signal) => cloudwatch.allAlarms(signal))
  useReloading(console.now, loaded.reload)
  return loaded
}

/** Reads again when the world's clock has gone on by a minute, and when the window is looked at again. */
export function useReloading(now: number, reload: () => void): void {
  const minute = Math.floor(now / MINUTE)
  const again = useEffectEvent(reload)
  useEffect(() => {
    addEventListener('focus', again)
    return () => removeEventListener('focus', again)
  }, [])
  useEffect(() => {
    again()
  }, [minute])
}
