using System.Globalization;

namespace S3Gen.Testing.Clients;

/// <summary>What a double says to who reads a failed test.</summary>
internal static class MockReport
{
    private const int MostCalls = 20;

    internal static string Unexpected(string mock, MockCall call, int setups)
    {
        string why = setups switch
        {
            0 => $"nothing is set up for {call.Operation}",
            1 => $"the setup of {call.Operation} does not match it or is used up",
            _ => string.Create(CultureInfo.InvariantCulture, $"none of the {setups} setups of {call.Operation} matches it or all are used up"),
        };
        return $"{mock} got the call {call}, and {why}. Say what it answers, as in mock.On{call.Operation}(...).Returns(...), "
            + $"or make the mock with {nameof(MockOptions)}.{nameof(MockOptions.Behavior)} = {nameof(MockBehavior)}.{nameof(MockBehavior.Loose)}.";
    }

    internal static string Demand(string request, bool hasCondition, int? times, int found, IReadOnlyList<MockCall> calls)
    {
        string wanted = times switch
        {
            null => "at least one call",
            0 => "no call",
            1 => "exactly one call",
            _ => string.Create(CultureInfo.InvariantCulture, $"exactly {times} calls"),
        };
        string condition = hasCondition ? " that fulfils the condition" : string.Empty;
        string had = calls.Count == 0
            ? "There were no calls at all."
            : $"All calls:{string.Concat(calls.Take(MostCalls).Select(call => string.Create(CultureInfo.InvariantCulture, $"\n  {call.Index}: {call}")))}{More(calls.Count)}";
        return string.Create(CultureInfo.InvariantCulture, $"The test demands {wanted} with a {request}{condition}, and there were {found}. {had}");
    }

    private static string More(int count) =>
        count > MostCalls ? string.Create(CultureInfo.InvariantCulture, $"\n  and {count - MostCalls} more") : string.Empty;
}
