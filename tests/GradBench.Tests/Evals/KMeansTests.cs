using Xunit;

namespace GradBench.Tests.Evals;

public sealed class KMeansTests
{
    [Theory]
    [InlineData(30, 3, 2)]
    [InlineData(500, 20, 5)]
    [InlineData(5, 5, 1)]
    public void A_Newton_step_leads_to_the_means_of_the_clusters(int count, int clusters, int dimensions)
    {
        double[][] points = Instance.Uniform(new(count), count, dimensions, 0, 1), centroids = points[^clusters..];
        double cost = 0;
        double[][] direction = [.. centroids.Select(static centroid => new double[centroid.Length])];
        int[] members = new int[clusters];
        foreach (double[] point in points)
        {
            double[] distances = [.. centroids.Select(centroid => Distance(point, centroid))];
            int nearest = Array.IndexOf(distances, distances.Min());
            cost += distances[nearest];
            members[nearest]++;
            for (int i = 0; i < dimensions; i++) { direction[nearest][i] += centroids[nearest][i] - point[i]; }
        }
        for (int j = 0; j < clusters; j++)
        {
            for (int i = 0; i < dimensions; i++) { direction[j][i] /= members[j]; }
        }
        var input = new { points, centroids };
        Near.Equal(cost, Tool.Number("kmeans", "cost", input));
        Near.Equal(Instance.Flat(direction), Tool.Numbers("kmeans", "dir", input));
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, static (x, y) => (x - y) * (x - y)).Sum();
}
