using S3Cli.App;

namespace S3Cli.Completion;

/// <summary>
/// Scripts that ask the tool itself what can come next, by System.CommandLine's directive <c>[suggest:position]</c>, and leave paths
/// to the shell where the tool knows nothing.
/// </summary>
/// <seealso href="https://learn.microsoft.com/dotnet/standard/commandline/how-to-enable-tab-completion"/>
internal static class CompletionScripts
{
    private const string Bash = """
        _s3g_complete()
        {
            local IFS=$'\n'
            COMPREPLY=( $(compgen -W "$(NAME "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -o default -F _s3g_complete NAME

        """;

    private const string Zsh = """
        _s3g()
        {
            local -a found
            found=( "${(@f)$(NAME "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}" )
            if [[ -n "${found[1]}" ]]; then
                compadd -- "${found[@]}"
            else
                _files
            fi
        }
        compdef _s3g NAME

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName NAME -ScriptBlock {
            param($word, $line, $position)
            NAME "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    private static readonly Dictionary<string, string> ByShell = new() { ["bash"] = Bash, ["zsh"] = Zsh, ["pwsh"] = PowerShell };

    public static IReadOnlyCollection<string> Shells => ByShell.Keys;

    public static string For(string shell) => ByShell[shell].Replace("NAME", ToolName.Text, StringComparison.Ordinal);
}
