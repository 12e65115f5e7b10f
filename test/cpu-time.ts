/** CPU time of this process in milliseconds: unlike the clock, it does not grow because other programs are busy. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
