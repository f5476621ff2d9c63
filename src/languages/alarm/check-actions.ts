import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { AlarmProblem } from './problem.ts'

const lists = ['OKActions', 'AlarmActions', 'InsufficientDataActions'] as const

/** What an alarm can do (1.5), by the service in its ARN. */
const vendors = ['sns', 'lambda', 'automate', 'swf', 'autoscaling', 'ssm', 'ssm-incidents', 'aiops']

/** What is wrong with the ARNs of an alarm's actions; whether their targets exist is not asked. */
export function actionProblems(alarm: Partial<MetricAlarm>, region: string | undefined): readonly AlarmProblem[] {
  return lists.flatMap((member) =>
    (alarm[member] ?? []).flatMap((action) => {
      const found = actionProblem(alarm, action, region)
      return found ? [{ member, message: found[0], says: found[1] }] : []
    }),
  )
}

function actionProblem(
  alarm: Partial<MetricAlarm>,
  action: string,
  region: string | undefined,
): readonly [message: string, says: string] | undefined {
  const [arn, partition, vendor = '', place = '', , ...resource] = action.split(':')
  if (arn !== 'arn' || !partition || vendor === '' || resource.join(':') === '')
    return [`Invalid arn syntax: ${action}`, `an action is an ARN such as arn:aws:sns:eu-west-1:123456789012:pager, found "${action}"`]
  if (region !== undefined && place !== '' && place !== region)
    return [
      `Invalid region ${place} specified. Only ${region} is supported.`,
      `an alarm in ${region} acts in ${region} only, found ${place}`,
    ]
  if (!vendors.includes(vendor))
    return [
      `Unsupported AWS vendor ${vendor}`,
      `an alarm can notify SNS, call Lambda, EC2, Auto Scaling or Systems Manager, not "${vendor}"`,
    ]
  if (isRecover(action) && !(alarm.MetricName === 'StatusCheckFailed_System' && alarm.Namespace === 'AWS/EC2'))
    return [
      "The EC2 'Recover' action can only be defined on the 'StatusCheckFailed_System' metric and 'AWS/EC2' namespace.",
      'only an alarm on StatusCheckFailed_System of AWS/EC2 recovers an instance',
    ]
  return undefined
}

const isRecover = (action: string): boolean => /:ec2:recover$/i.test(action) || /InstanceId\.Recover\//i.test(action)
