/** Why a setting is refused; never with its value. */
export interface SettingFault {
  readonly setting: string;
  readonly fault: string;
}

export const settingFault = (setting: string, fault: string): SettingFault => ({ setting, fault });
