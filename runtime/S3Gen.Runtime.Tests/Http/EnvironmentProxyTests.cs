using System.Net;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Http;

public sealed class EnvironmentProxyTests
{
    [TestCase("http_proxy=http://p:1", "http://h/", "http://p:1/")]
    [TestCase("http_proxy=p:1", "http://h/", "http://p:1/")]
    [TestCase("HTTP_PROXY=http://p:1", "http://h/", "http://p:1/")]
    [TestCase("HTTP_PROXY=http://p:1 GATEWAY_INTERFACE=CGI", "http://h/", null, Description = "httpoxy")]
    [TestCase("http_proxy=http://p:1", "https://h/", null)]
    [TestCase("HTTPS_PROXY=http://p:1", "https://h/", "http://p:1/")]
    [TestCase("https_proxy=http://p:1 HTTPS_PROXY=http://q:2", "https://h/", "http://p:1/")]
    [TestCase("ALL_PROXY=socks5://p:1", "https://h/", "socks5://p:1/")]
    [TestCase("https_proxy=http://p:1 no_proxy=h", "https://h/", null)]
    [TestCase("https_proxy=http://p:1 NO_PROXY=x,.example.com", "https://a.EXAMPLE.com/", null)]
    [TestCase("https_proxy=http://p:1 no_proxy=example.com", "https://a.example.com/", null)]
    [TestCase("https_proxy=http://p:1 no_proxy=example.com", "https://anexample.com/", "http://p:1/")]
    [TestCase("https_proxy=http://p:1 no_proxy=*.example.com", "https://a.example.com/", null)]
    [TestCase("https_proxy=http://p:1 no_proxy=*", "https://a/", null)]
    [TestCase("https_proxy=http://p:1 no_proxy=a:8443", "https://a:8443/", null)]
    [TestCase("https_proxy=http://p:1 no_proxy=a:8443", "https://a/", "http://p:1/")]
    [TestCase("https_proxy=http://p:1 no_proxy=10.0.0.1", "https://10.0.0.1/", null)]
    public void Proxy_is_what_the_variables_say(string variables, string destination, string? proxy)
    {
        FakeEnvironment environment = new([.. variables.Split(' ').Select(static variable => (variable.Split('=')[0], variable.Split('=')[1]))]);

        Uri? found = EnvironmentProxy.Find(environment)?.GetProxy(new Uri(destination));

        Assert.That(found?.ToString(), Is.EqualTo(proxy));
    }

    [Test]
    public void User_of_the_proxy_is_kept_apart()
    {
        EnvironmentProxy proxy = EnvironmentProxy.Find(new FakeEnvironment(("https_proxy", "http://me:p%40ss@p:1")))!;

        NetworkCredential user = proxy.Credentials!.GetCredential(new Uri("http://p:1"), "Basic")!;

        Assert.That((user.UserName, user.Password), Is.EqualTo(("me", "p@ss")));
        Assert.That(proxy.GetProxy(new Uri("https://h")), Is.EqualTo(new Uri("http://p:1")), "the platform's exceptions repeat it");
    }

    [Test]
    public void Without_variables_the_systems_proxy_counts() => Assert.That(EnvironmentProxy.Find(new FakeEnvironment()), Is.Null);
}
