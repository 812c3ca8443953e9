using System.Reflection;
using S3Gen.Generator.Emitting;
using S3Gen.Generator.Emitting.Views;
using Scriban;
using Scriban.Syntax;

namespace S3Gen.Generator.Tests.Emitting;

/// <summary>Templates and their views fit together, also in branches that no model takes today.</summary>
public sealed class TemplateViewTests
{
    private static readonly Type[] Views =
        [.. typeof(ITemplateView).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ITemplateView)))];

    private static IEnumerable<string> Templates =>
        typeof(ITemplateView).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".scriban", StringComparison.Ordinal));

    [Test]
    public void Every_template_has_one_view() =>
        Assert.That(Views.Select(view => TemplateOf(view) + ".scriban"), Is.EquivalentTo(Templates));

    [TestCaseSource(nameof(Views))]
    public void A_template_names_what_its_view_has_and_all_of_it(Type view)
    {
        NameFinder names = new(view);
        names.Visit(Template.Parse(TextOf(TemplateOf(view))).Page!, []);

        Assert.That(names.Unknown, Is.Empty);
        Assert.That(PropertiesOf(view).Except(names.Used), Is.Empty);
    }

    [Test]
    public void A_name_that_the_view_lacks_is_an_error() =>
        Assert.That(() => TemplateRenderer.Render(new WrongView()), Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("ShapeId"));

    private static IEnumerable<string> PropertiesOf(Type view) => view.GetProperties().Select(property => property.Name);

    /// <summary>The name is a constant of the class, whatever the view shows.</summary>
    private static string TemplateOf(Type view) =>
        ((ITemplateView)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(view)).Template;

    private static string TextOf(string template)
    {
        using StreamReader reader = new(typeof(ITemplateView).Assembly.GetManifestResourceStream(template + ".scriban")!);
        return reader.ReadToEnd();
    }

    private sealed class WrongView : ITemplateView
    {
        string ITemplateView.Template => "file";
    }

    /// <summary>Follows the names of a template through the types of its view.</summary>
    private sealed class NameFinder(Type view)
    {
        public HashSet<string> Used { get; } = [];

        public List<string> Unknown { get; } = [];

        public void Visit(ScriptNode node, Dictionary<string, Type> variables)
        {
            if (node is ScriptForStatement loop)
            {
                Type items = TypeOf(loop.Iterator!, variables);
                Visit(loop.Body!, new Dictionary<string, Type>(variables) { [((ScriptVariable)loop.Variable!).Name] = ItemOf(items) });
            }
            else if (node is ScriptVariable or ScriptMemberExpression)
            {
                TypeOf((ScriptExpression)node, variables);
            }
            else
            {
                foreach (ScriptNode child in node.Children.OfType<ScriptNode>())
                {
                    Visit(child, variables);
                }
            }
        }

        private Type TypeOf(ScriptExpression expression, Dictionary<string, Type> variables) => expression switch
        {
            ScriptVariable { Name: nameof(TemplateRenderer.GeneratorVersion) } => typeof(string),
            ScriptVariable variable when variables.TryGetValue(variable.Name, out Type? type) => type,
            ScriptVariable variable => Member(view, variable.Name),
            ScriptMemberExpression { Target: ScriptVariable { Name: "for" } } => typeof(bool),
            ScriptMemberExpression member => Member(TypeOf(member.Target!, variables), member.Member!.Name),
            _ => throw new NotSupportedException($"'{expression}' is more than a name: compute it in the view."),
        };

        private Type Member(Type owner, string name)
        {
            if (owner == view)
            {
                Used.Add(name);
            }

            if (owner.GetProperty(name, BindingFlags.Public | BindingFlags.Instance) is { } property)
            {
                return property.PropertyType;
            }

            Unknown.Add($"{owner.Name}.{name}");
            return typeof(object);
        }

        private static Type ItemOf(Type items) =>
            items.GetInterfaces().Append(items).FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0]
            ?? typeof(object);
    }
}
