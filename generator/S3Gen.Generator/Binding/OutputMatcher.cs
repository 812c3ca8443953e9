using System.Text.RegularExpressions;
using S3Gen.Generator.Emitting;
using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Binding;

/// <summary>
/// The <c>output</c> matcher of a waiter: of JMESPath, names one below the other and projections of lists (<c>Items[].Status</c>),
/// compared in the ways that Smithy has.
/// </summary>
/// <seealso href="https://smithy.io/2.0/additional-specs/waiters.html#pathmatcher-structure"/>
internal static class OutputMatcher
{
    private static readonly Regex Path = new(@"^[A-Za-z_]\w*(\[\*?\])?(\.[A-Za-z_]\w*(\[\*?\])?)*$", RegexOptions.CultureInvariant);

    /// <summary>The matcher as a C# condition on <c>response</c>; null where it cannot be written as one.</summary>
    public static string? Bind(ShapeIndex shapes, Shape operation, Node matcher)
    {
        string? path = matcher["path"]?.AsString();
        string? expected = matcher["expected"]?.AsString();
        if (path is null || expected is null || operation.Output is null || !Path.IsMatch(path))
        {
            return null;
        }

        OutputPath? found = OutputPath.Resolve(shapes, shapes[operation.Output], operation.Name + "Response", path.Split('.'));
        return (matcher["comparator"]?.AsString(), found) switch
        {
            ("stringEquals", { IsProjection: false, Text: { } text }) => $"{text} == {CSharpLiteral.Text(expected)}",
            ("booleanEquals", { IsProjection: false, Leaf: ShapeType.Boolean } boolean) when expected is "true" or "false" => $"{boolean.Expression} == {expected}",
            ("allStringEquals", { IsProjection: true, Text: { } texts }) => $"Waiter.AllEqual({texts}, {CSharpLiteral.Text(expected)})",
            ("anyStringEquals", { IsProjection: true, Text: { } texts }) => $"Waiter.AnyEqual({texts}, {CSharpLiteral.Text(expected)})",
            _ => null,
        };
    }

    /// <summary>A path as an expression of C# properties.</summary>
    /// <param name="Expression">The value at the path's end, or the sequence of them.</param>
    /// <param name="Leaf">The type there.</param>
    /// <param name="IsProjection">Whether it is a sequence.</param>
    private sealed record OutputPath(string Expression, ShapeType Leaf, bool IsProjection)
    {
        /// <summary>The value as text; null for one that is none.</summary>
        public string? Text => Leaf switch
        {
            ShapeType.String => Expression,
            ShapeType.Enum when IsProjection => $"{Expression}?.Select(static value => value.Value)",
            ShapeType.Enum => $"{Expression}?.Value",
            _ => null,
        };

        public static OutputPath? Resolve(ShapeIndex shapes, Shape output, string typeName, string[] path)
        {
            OutputPath current = new("response", ShapeType.Structure, IsProjection: false);
            Shape shape = output;
            IReadOnlyCollection<string> inherited = MemberBinder.ResponseMembers;
            foreach (string segment in path)
            {
                bool projects = segment.EndsWith("]", StringComparison.Ordinal);
                if (shape.Type != ShapeType.Structure || shape.Find(projects ? segment.Substring(0, segment.IndexOf('[')) : segment) is not { } member)
                {
                    return null;
                }

                string property = CSharpNames.Property(member.Name, typeName, inherited);
                shape = shapes[member.Target];
                if (projects != (shape.Type == ShapeType.List) || shape.Traits.Has(TraitIds.Sparse))
                {
                    return null;
                }

                shape = projects ? shapes[shape.Members[0].Target] : shape;
                current = current.Append(property, projects, shape.Type);
                (typeName, inherited) = (BindingContext.TypeName(shape), []);
            }

            return current;
        }

        private OutputPath Append(string property, bool projects, ShapeType leaf) => (IsProjection, projects) switch
        {
            (false, _) => new OutputPath($"{Expression}?.{property}", leaf, projects),
            (true, true) => new OutputPath($"{Expression}?.SelectMany(static item => item.{property})", leaf, true),
            (true, false) when leaf is ShapeType.Enum or ShapeType.Boolean => new OutputPath(
                $"{Expression}?.Where(static item => item.{property} is not null).Select(static item => item.{property}!.Value)", leaf, true),
            _ => new OutputPath($"{Expression}?.Where(static item => item.{property} is not null).Select(static item => item.{property}!)", leaf, true),
        };
    }
}
