# Tries an installer on Windows: installs it for one user, carries one practice payout through the windows of the
# installed program, checks a file with it, installs it again over itself, removes it, and looks at what is left.
# The same as try-under-wine.sh beside it, without the picture of the screen.
# Usage: packaging/windows/try-on-windows.ps1 INSTALLER [PICTURES]
# PICTURES: folder for the tour's pictures. Refuses to run where this user has data of Countersign.
param(
    [Parameter(Mandatory = $true)][string] $Installer,
    [string] $Pictures
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$sources = Resolve-Path (Join-Path $PSScriptRoot '..\..')
$program = Join-Path $env:LOCALAPPDATA 'Programs\Countersign'
$data = Join-Path $env:LOCALAPPDATA 'countersign'
$menu = Join-Path $env:APPDATA 'Microsoft\Windows\Start Menu'
$work = Join-Path ([IO.Path]::GetTempPath()) ('countersign-' + [Guid]::NewGuid())
$pause = 5 * 60 * 1000

function Assert([bool] $Holds, [string] $What) {
    if (-not $Holds) { throw "try-on-windows: $What" }
}

# Starts a program, waits until it ends, and tells its exit code and what it printed. The arguments are one text, as
# Windows hands it over: NSIS reads /D= in its own way.
function Invoke-Program([string] $File, [string] $Arguments) {
    $start = [Diagnostics.ProcessStartInfo]::new($File, $Arguments)
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.StandardOutputEncoding = [Text.Encoding]::UTF8
    $process = [Diagnostics.Process]::Start($start)
    $output = $process.StandardOutput.ReadToEndAsync()
    if (-not $process.WaitForExit($pause)) {
        $process.Kill()
        throw "try-on-windows: $File $Arguments does not end"
    }
    return [pscustomobject]@{ Code = $process.ExitCode; Output = $output.Result }
}

function Get-Shortcut {
    return @(Get-ChildItem -Path $menu -Recurse -Filter 'Countersign.lnk' -ErrorAction SilentlyContinue)
}

Assert (-not (Test-Path $data)) "there is something of Countersign in $data already"
New-Item -ItemType Directory -Path $work | Out-Null
try {
    $setup = (Resolve-Path $Installer).Path
    $installed = Invoke-Program $setup '/S'
    Assert ($installed.Code -eq 0) "the installer ended with $($installed.Code)"
    Assert (Test-Path "$program\bin\countersign.exe") "nothing was installed in $program"
    Assert (@(Get-Shortcut).Count -gt 0) 'no entry in the start menu'
    $files = @(Get-ChildItem -Path $program -Recurse -File)

    # Cyrillic and a space in the name: most of those who use this have both. Written by number, whatever reads this file.
    $word = -join [char[]](0x41F, 0x440, 0x430, 0x43A, 0x442, 0x438, 0x43A, 0x430)
    $tour = Join-Path $work "$word 1"
    $paid = Invoke-Program "$program\bin\countersign.exe" "--tour `"$tour`""
    Assert ($paid.Code -eq 0) "the tour ended with $($paid.Code): $($paid.Output)"
    Assert ($paid.Output -match '(?m)^Transfers for the payout of the tour: 1\r?$') "not paid once: $($paid.Output)"
    Assert (Test-Path "$tour\01-main-window.png") 'no pictures'
    if ($Pictures) {
        New-Item -ItemType Directory -Force -Path $Pictures | Out-Null
        Copy-Item "$tour\*.png" $Pictures
    }
    $ledger = Invoke-Program "$program\bin\countersign-demo-bank.exe" "--data `"$tour\data\practice-bank`" --ledger"
    Assert ($ledger.Output -match '"event":"transfer"') "the bank's ledger holds no transfer"

    # As a person starts it: the first window.
    $started = Start-Process "$program\bin\countersign.exe" "--data `"$work\new`"" -PassThru
    for ($second = 0; $second -lt 60 -and $started.MainWindowHandle -eq 0 -and -not $started.HasExited; $second++) {
        Start-Sleep -Seconds 1
        $started.Refresh()
    }
    Assert (-not $started.HasExited) "the program ended with $($started.ExitCode)"
    Assert ($started.MainWindowHandle -ne 0) 'no window on the screen'
    Stop-Process -InputObject $started
    $started.WaitForExit()

    # Exit codes and output without a window.
    $none = Invoke-Program "$program\bin\countersign.exe" "--check `"$work\nothing`""
    Assert ($none.Code -eq 2) "--check of a file that is not there ended with $($none.Code)"
    $check = Invoke-Program "$program\bin\countersign.exe" "--check `"$sources\tests\data\samples\a_payments_to_bank_win1251.txt`""
    Assert ($check.Code -le 1 -and $check.Output -match 'sha256') "--check ended with $($check.Code): $($check.Output)"

    # Over itself; then gone, but for what is the user's.
    New-Item -ItemType Directory -Force -Path "$data\profiles" | Out-Null
    Set-Content -Path "$data\profiles\kept" -Value 'kept'
    $again = Invoke-Program $setup '/S'
    Assert ($again.Code -eq 0) "installing over itself ended with $($again.Code)"
    Start-Process "$program\uninstall.exe" '/S' -Wait
    for ($second = 0; $second -lt 60 -and (Test-Path "$program\uninstall.exe"); $second++) { Start-Sleep -Seconds 1 }
    $left = @(Get-ChildItem -Path $program -Recurse -File -ErrorAction SilentlyContinue)
    Assert ($left.Count -eq 0) "left behind: $($left.FullName -join ', ')"
    Assert (Test-Path "$data\profiles\kept") "the user's data is gone"
    Assert (@(Get-Shortcut).Count -eq 0) 'the start menu still has it'
    "installed $($files.Count) files, one transfer for one payout, removed"
} finally {
    Remove-Item -Recurse -Force $work, $data -ErrorAction SilentlyContinue
}
