using System.Globalization;
using System.Text;
using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Writes indented statements, for the parts of a file that are decided member by member.</summary>
internal sealed class CodeWriter(int indent)
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _locals = [];
    private int _indent = indent;
    private bool _afterBlock;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Writes a line; a statement that follows a block stands apart from it.</summary>
    public void Line(string code)
    {
        if (_afterBlock && code[0] is not '}' && !code.StartsWith("else", StringComparison.Ordinal) && code != "break;")
        {
            _text.Append('\n');
        }

        _afterBlock = false;
        _text.Append(' ', _indent * IndentSize).Append(code).Append('\n');
    }

    /// <summary>An empty line, unless nothing stands above it or a block has just ended, after which one comes by itself.</summary>
    public void Blank()
    {
        if (_text.Length > 0 && !_afterBlock)
        {
            _text.Append('\n');
        }
    }

    public void Open(string header)
    {
        Line(header);
        Line("{");
        _indent++;
    }

    public void Close(string end = "}")
    {
        _indent--;
        Line(end);
        _afterBlock = true;
    }

    public void Push() => _indent++;

    public void Pop() => _indent--;

    /// <summary>Names of locals that members have, and that no other local may have.</summary>
    public void Reserve(IEnumerable<MemberBinding> members) => _locals.UnionWith(members.Select(member => member.Local));

    /// <summary>A name for a local that is used nowhere else in this body.</summary>
    public string Fresh(string name)
    {
        string free = name;
        for (int number = 2; !_locals.Add(free); number++)
        {
            free = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    /// <summary>What was written, without the last line feed.</summary>
    public override string ToString() => _text.ToString().TrimEnd('\n');
}
