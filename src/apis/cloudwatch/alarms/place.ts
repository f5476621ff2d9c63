/** Where an alarm lives, out of `arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME`. */
export function placeOf(arn: string): { readonly region: string; readonly account: string } {
  const [, , , region = '', account = ''] = arn.split(':')
  return { region, account }
}

/** The alarm's name in an ARN, blanks and colons as they are; nothing in another thing's ARN. */
export const nameInArn = (arn: string): string | undefined => /^arn:[^:]*:cloudwatch:[^:]*:\d*:alarm:(.+)$/s.exec(arn)?.[1]

/** As notifications write a region; one that is not in the list by its code. */
export const regionName = (region: string): string => regionNames[region] ?? region

const regionNames: Readonly<Record<string, string>> = {
  'us-east-1': 'US East (N. Virginia)',
  'us-east-2': 'US East (Ohio)',
  'us-west-1': 'US West (N. California)',
  'us-west-2': 'US West (Oregon)',
  'eu-west-1': 'EU (Ireland)',
  'eu-west-2': 'EU (London)',
  'eu-west-3': 'EU (Paris)',
  'eu-central-1': 'EU (Frankfurt)',
  'eu-north-1': 'EU (Stockholm)',
  'ap-southeast-1': 'Asia Pacific (Singapore)',
  'ap-southeast-2': 'Asia Pacific (Sydney)',
  'ap-northeast-1': 'Asia Pacific (Tokyo)',
  'ap-northeast-2': 'Asia Pacific (Seoul)',
  'ap-south-1': 'Asia Pacific (Mumbai)',
  'ca-central-1': 'Canada (Central)',
  'sa-east-1': 'South America (Sao Paulo)',
}
