; The installer for Windows, made by Inno Setup: python .ci\release calls it.
; For one user and without an administrator, unless asked otherwise.

[Setup]
AppId={{5E0B6C1D-2D53-4F0A-9C86-7B1B7D0A4E11}
AppName=handdigit
AppVersion={#Version}
AppPublisher=The handdigit authors
DefaultDirName={autopf}\handdigit
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2/max
SolidCompression=yes
SetupIconFile={#Dist}\icons\handdigit.ico
UninstallDisplayIcon={app}\handdigit.exe
OutputDir={#Out}
OutputBaseFilename={#Stem}

[Tasks]
Name: "models"; Description: "Open model files (.safetensors) with handdigit"

[InstallDelete]
; A library of an older version would be loaded in the place of a newer one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Dist}\handdigit\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\handdigit"; Filename: "{app}\handdigit.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\handdigit.model"; ValueType: string; ValueData: "Weights of a network"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\handdigit.model\DefaultIcon"; ValueType: string; ValueData: "{app}\handdigit.exe,0"
Root: HKA; Subkey: "Software\Classes\handdigit.model\shell\open\command"; ValueType: string; ValueData: """{app}\handdigit.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.safetensors"; ValueType: string; ValueData: "handdigit.model"; Flags: uninsdeletevalue; Tasks: models
Root: HKA; Subkey: "Software\Classes\.safetensors\OpenWithProgids"; ValueType: string; ValueName: "handdigit.model"; Flags: uninsdeletevalue
; Windows looks at the last ending only, and drawings end like other files: they are offered.
Root: HKA; Subkey: "Software\Classes\Applications\handdigit.exe\shell\open\command"; ValueType: string; ValueData: """{app}\handdigit.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\handdigit.exe\SupportedTypes"; ValueType: string; ValueName: ".json"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\handdigit.exe\SupportedTypes"; ValueType: string; ValueName: ".jsonl"
Root: HKA; Subkey: "Software\Classes\Applications\handdigit.exe\SupportedTypes"; ValueType: string; ValueName: ".png"
Root: HKA; Subkey: "Software\Classes\Applications\handdigit.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"
Root: HKA; Subkey: "Software\Classes\Applications\handdigit.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"

[Run]
Filename: "{app}\handdigit.exe"; Description: "Start handdigit"; Flags: nowait postinstall skipifsilent
